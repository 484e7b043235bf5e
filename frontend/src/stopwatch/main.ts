import { mount } from "svelte";
import "../style.css";
import "./stopwatch.css";
import { applyTheme, storedTheme } from "../parts/theme.ts";
import { words } from "../words/index.ts";
import Stopwatch from "./Stopwatch.svelte";

document.documentElement.lang = words.language;
applyTheme(storedTheme());
const target = document.getElementById("page");
if (target !== null) mount(Stopwatch, { target });
