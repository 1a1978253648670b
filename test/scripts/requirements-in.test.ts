import { expect, test } from "vitest";
import { requirementsIn } from "../../scripts/lib/requirements-in.mjs";

test("requirementsIn gives each requirement on one line, without comments", () => {
  const text = `# Made by a program
numpy==2.4.6 \\
    --hash=sha256:aa \\
    --hash=sha256:bb

colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:cc
`;
  const expected = [
    "numpy==2.4.6 --hash=sha256:aa --hash=sha256:bb",
    "colorama==0.4.6 ; sys_platform == 'win32' --hash=sha256:cc",
  ];
  expect(requirementsIn(text)).toEqual(expected);
  expect(requirementsIn(text.replaceAll("\n", "\r\n"))).toEqual(expected);
  expect(requirementsIn("")).toEqual([]);
});
