import { settingAdvice } from "./setting-advice.js";
import { useSettingAdvice } from "./unknown-setting.js";

// Importing this file is enough: index.ts and web.ts do, browser.ts does not.
useSettingAdvice(settingAdvice);
