import "../style.css";
import "./stopwatch.css";
import { show } from "../shell/show.ts";
import Stopwatch from "./Stopwatch.svelte";

await show(Stopwatch);
