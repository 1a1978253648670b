import { describe, expect, test } from "vitest";
import { markdownWriter } from "../../../../scripts/site/notebook-pages/markdown.mjs";

const written = (text: string) => markdownWriter((address) => address.replace(".ipynb", ".html")).write(text);

describe("markdownWriter", () => {
  test("writes prose, with links to pages", () => {
    expect(written("A *vote* in [02](02-popularity.ipynb#most-votes).")).toBe(
      '<p>A <em>vote</em> in <a href="02-popularity.html#most-votes">02</a>.</p>\n',
    );
  });

  test("shows HTML as text, and no address that runs a script", () => {
    const html = written(
      "<script>alert(1)</script> <b onclick=x>b</b> [x](javascript:alert(1))\n\n<div>c</div>",
    );
    expect(html).not.toMatch(/<(script|b|div|a)\b/);
    expect(html).toContain("&lt;script&gt;");
  });

  test("folds a solution, with the code in it in colours", () => {
    expect(
      written("<details><summary>Solution</summary>\n\n```ts\nconst a = 1 < 2;\n```\n\nSo.\n\n</details>"),
    ).toBe(
      "<details><summary>Solution</summary>\n" +
        '<pre class="code"><code><span class="tok-keyword">const</span> ' +
        '<span class="tok-variableName tok-definition">a</span> <span class="tok-operator">=</span> ' +
        '<span class="tok-number">1</span> <span class="tok-operator">&lt;</span> ' +
        '<span class="tok-number">2</span><span class="tok-punctuation">;</span></code></pre>\n' +
        "<p>So.</p>\n</details>\n",
    );
  });

  test("leaves comments out", () => expect(written("a\n\n<!-- means -->\n\nb")).toBe("<p>a</p>\n<p>b</p>\n"));

  test("writes formulas as MathML, in a line and on their own", () => {
    expect(written("$$\\frac{n}{n + \\text{shrinkage}}$$")).toMatch(
      /^<p class="formula"><math display="block".*<mfrac><mi>n<\/mi>.*shrinkage.*<\/math><\/p>\n$/s,
    );
    expect(written("at $x^2$ times")).toMatch(/^<p>at <math.*<msup>.*<\/math> times<\/p>\n$/s);
    expect(written("from $5 to $7, `$x$`")).toBe("<p>from $5 to $7, <code>$x$</code></p>\n");
    expect(() => written("$$\\frac{1$$")).toThrow();
  });

  test("gives headings the ids of GitHub, each once, and lists them", () => {
    const markdown = markdownWriter(String);
    const html = markdown.write("# The hybrid's, `again`\n\n## Look\n\n## Look");
    expect(html).toContain('<h1 id="the-hybrids-again">');
    expect(markdown.write("## Look")).toBe('<h2 id="look-2">Look</h2>\n');
    expect(markdown.headings).toEqual([
      { id: "the-hybrids-again", text: "The hybrid's, again", level: 1 },
      { id: "look", text: "Look", level: 2 },
      { id: "look-1", text: "Look", level: 2 },
      { id: "look-2", text: "Look", level: 2 },
    ]);
  });
});
