/* Links in the pages name the file they lead to, index.html, so that they work from a folder and on every host
   (scripts/addresses.py). Where this page's own address ends in a slash, the server finds that file by itself, and the
   links are shortened to the addresses that people see, copy and pass on. */
(function () {
  "use strict";

  if (!location.pathname.endsWith("/")) {
    return;
  }
  for (const link of document.querySelectorAll("a[href]")) {
    const address = link.getAttribute("href");
    const short = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : address.replace(/(^|\/)index\.html(?=$|[?#])/, "$1");
    if (short !== address) {
      link.setAttribute("href", /^($|[?#])/.test(short) ? `./${short}` : short);
    }
  }
})();
