// @ts-check
/** Looks of App Bridge's own elements inside the app's page; kept apart from the page's styles and markup, so that hydration finds what the server wrote. */

const STYLES = `
ui-nav-menu, ui-title-bar, ui-save-bar, ui-modal, s-app-nav { display: none !important; }
.bridge-modal { border: 0; border-radius: 12px; padding: 0; width: min(620px, calc(100vw - 32px)); max-height: calc(100vh - 48px); overflow: hidden;
  box-shadow: 0 20px 60px #0006; color: #303030; font: 400 13px/20px Inter, -apple-system, system-ui, sans-serif; }
.bridge-modal[open] { display: flex; flex-direction: column; }
.bridge-modal[data-variant="small"] { width: min(380px, calc(100vw - 32px)); }
.bridge-modal[data-variant="large"] { width: min(980px, calc(100vw - 32px)); }
.bridge-modal[data-variant="max"] { width: calc(100vw - 32px); height: calc(100vh - 48px); }
.bridge-modal::backdrop { background: #0008; }
.bridge-modal-head { display: flex; align-items: center; justify-content: space-between; gap: 16px; padding: 12px 16px; background: #f3f3f3; border-bottom: 1px solid #e3e3e3; }
.bridge-modal-head h2 { margin: 0; font-size: 14px; font-weight: 650; }
.bridge-modal-content { overflow: auto; flex: 1; }
.bridge-modal-foot { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; padding: 12px 16px; border-top: 1px solid #e3e3e3; }
.bridge-modal-foot:empty { display: none; }
.bridge-button { appearance: none; border: 1px solid #c9cccf; border-radius: 8px; background: #fff; padding: 5px 12px; font: inherit; font-weight: 550; color: inherit; cursor: pointer; min-height: 32px; }
.bridge-button[data-variant="primary"] { background: #303030; border-color: #303030; color: #fff; }
.bridge-button[data-tone="critical"] { background: #c5280c; border-color: #c5280c; color: #fff; }
.bridge-button:focus-visible { outline: 2px solid #005bd3; outline-offset: 2px; }
.bridge-button[disabled] { opacity: .5; cursor: default; }
.bridge-close { border: 0; background: none; padding: 4px 8px; font-size: 15px; }
`;

/** @param {Document} page */
export function addElementStyles(page) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
