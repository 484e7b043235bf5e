import "./overlays.css";
import { mount } from "svelte";
import { begin } from "../words/languages.ts";
import { optionsOf } from "./options.ts";
import Overlay from "./Overlay.svelte";

const target = document.getElementById("page");
const options = optionsOf(location.pathname, location.search);
document.documentElement.dataset["theme"] = options.theme;
if (options.key !== null) document.documentElement.style.setProperty("--key", options.key);
document.documentElement.style.setProperty("--scale", String(options.scale));
await begin();
if (target !== null) mount(Overlay, { target, props: { options } });
