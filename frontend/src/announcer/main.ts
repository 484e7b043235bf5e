import "../style.css";
import { show } from "../shell/show.ts";
import Page from "./Page.svelte";

await show(Page);
