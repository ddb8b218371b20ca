export default {
  site: { title: "The case", url: "https://news.example/" },
  content: ["not", "a", "text"],
};
