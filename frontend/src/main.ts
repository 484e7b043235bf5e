import { mount } from "svelte";
import App from "./App.svelte";
import "./style.css";
import { applyTheme, storedTheme } from "./parts/theme.ts";
import { words } from "./words/index.ts";

document.documentElement.lang = words.language;
applyTheme(storedTheme());
const target = document.getElementById("page");
if (target !== null) mount(App, { target });
