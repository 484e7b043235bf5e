import { readdirSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

/** Each page that needs scripts is one file here, and is served under its name: `console.html` at /console. */
const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".html"));

/** The pages are bundled into the Python package, which serves them: no file comes from elsewhere. */
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "../src/pacelight/web/static",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    rolldownOptions: { input: pages },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
