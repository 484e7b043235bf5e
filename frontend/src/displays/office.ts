import "../style.css";
import { show } from "../shell/show.ts";
import Office from "./Office.svelte";

await show(Office);
