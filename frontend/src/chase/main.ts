import "../style.css";
import "./before.css";
import { show } from "../shell/show.ts";
import Page from "./Page.svelte";

await show(Page);
