import "../style.css";
import "./setup.css";
import { show } from "../shell/show.ts";
import Setup from "./Setup.svelte";

await show(Setup);
