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
