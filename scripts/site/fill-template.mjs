/**
 * A template with each `{{name}}` replaced by the text of that name.
 *
 * @param {string} template
 * @param {Readonly<Record<string, string>>} texts HTML, escaped already
 */
export function fillTemplate(template, texts) {
  const unused = new Set(Object.keys(texts));
  const filled = template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => {
    const text = texts[name];
    if (text === undefined)
      throw new Error(`the template has {{${name}}}, and there is no text of that name`);
    unused.delete(name);
    return text;
  });
  if (unused.size > 0) throw new Error(`the template lacks {{${[...unused].join("}}, {{")}}}`);
  return filled;
}
