import "./displays.css";
import { show } from "../shell/show.ts";
import Display from "./Display.svelte";

await show(Display);
