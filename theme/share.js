for (const bar of document.querySelectorAll("[data-share]")) {
  const button = bar.querySelector("button");
  const said = bar.querySelector("[role=status]");
  const { title, url } = bar.dataset;
  if (navigator.share) {
    button.textContent = bar.dataset.share;
    button.onclick = () => navigator.share({ title, url }).catch(() => {});
  } else if (navigator.clipboard) {
    button.onclick = () =>
      navigator.clipboard.writeText(url).then(() => {
        said.textContent = bar.dataset.copied;
      });
  } else continue;
  button.hidden = false;
}
