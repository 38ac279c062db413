// Light, dark, or as the system is.

const THEMES = { "": "◐", light: "☀", dark: "☾" };

class Theme {
  constructor(button) {
    this.button = button;
    this.theme = "";
    try {
      this.theme = localStorage.getItem("rapporteur-theme") ?? "";
    } catch {
      // A page of a file may keep nothing in some browsers: then it is as the system is.
    }
    button.addEventListener("click", () => this.change());
    this.show();
  }

  /** To the other one than is seen now. */
  change() {
    const isDark = this.theme ? this.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    this.theme = isDark ? "light" : "dark";
    try {
      localStorage.setItem("rapporteur-theme", this.theme);
    } catch {
      // See above.
    }
    this.show();
  }

  show() {
    if (this.theme) document.documentElement.dataset.theme = this.theme;
    this.button.textContent = THEMES[this.theme] ?? THEMES[""];
  }
}
