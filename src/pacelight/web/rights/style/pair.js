// A code behind the # of the address is never sent by the browser: put it into the form, and out of the history.
function fill() {
  const code = document.getElementById("code");
  const given = location.hash.slice(1);
  if (code !== null && /^[0-9A-Za-z-]{4,64}$/.test(given)) {
    code.value = given;
    history.replaceState(null, "", location.pathname);
    document.querySelector("button").focus();
  }
}

addEventListener("hashchange", fill);
fill();

// What was asked by hand in this browser is kept here until it is answered: entries of desk/keep.ts.
function kept() {
  try {
    const names = Object.keys(localStorage).filter((name) => /^pacelight\.(stopwatch|desk)\.\d/.test(name));
    return names.map((name) => [name, JSON.parse(localStorage.getItem(name))]);
  } catch {
    return []; // the browser keeps nothing, or something else than ours: it is not ours to drop
  }
}

// Signing out takes what is settled along, and nothing that waits to be sent.
function forget() {
  for (const [name, entry] of kept()) if (entry?.state !== "waiting") localStorage.removeItem(name);
}

function tell() {
  const note = document.getElementById("unsent");
  const unsent = kept().filter(([, entry]) => entry?.state === "waiting").length;
  note.hidden = unsent === 0;
  note.querySelector("strong").textContent = String(unsent);
}

addEventListener("storage", tell);
addEventListener("pageshow", tell);
document.querySelector('form[action="/pair/leave"]')?.addEventListener("submit", forget);
tell();
