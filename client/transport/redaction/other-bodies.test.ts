import { describe, expect, test } from "vitest";
import { otherBody } from "./other-bodies.ts";

const said = (body: string) =>
  otherBody(
    body,
    (text) => text === "own",
    (text) => `sentence: ${text}`,
  );

describe("text without a known format, and HTML, is searched as a sentence", () => {
  test.each([
    "no such user",
    "see [1] and {2}",
    "a < b, <b>x</b>",
    "5 <x>",
    "",
    "<html>ada</html>",
    "<!DOCTYPE html><p>ada",
    "<!doctype HTML>",
    "<h1>ada</h1>",
    "<h1 class='x'>ada</h1>",
    "<pre>ada",
    "ada = lovelace",
    "ada=love lace",
    "see ada=lovelace",
    "ada:lovelace",
    "?ada=lovelace",
    `${"a".repeat(65)}=b`,
  ])("%j", (body) => {
    expect(said(body)).toBe(`sentence: ${body}`);
  });
});

describe("in broken JSON the names of members stay, and values of the run", () => {
  test.each([
    ['{"userName":"ada"', '{"userName":"[personal]"'],
    [' \n[{"userName":"ada"', ' \n[{"userName":"[personal]"'],
    ['{"userName" : "ada', '{"userName" : "[personal]'],
    ['{"a":"own","b":"","c":"  ",', '{"a":"own","b":"","c":"  ",'],
    ['{"a":"a \\"b\\" c","d', '{"a":"[personal]","[personal]'],
    ['{"a":"x\\\ny","b":1', '{"a":"[personal]","b":0'],
    ['{"a":true,"b":false,"c":null,', '{"a":true,"b":false,"c":null,'],
    ['{"a":truex,"b":xnull,', '{"a":0,"b":0,'],
    ['{"age":79,"n":-1.5e3,"x":ada,"y":--,', '{"age":0,"n":0,"x":0,"y":--,'],
    [
      '{"totalResults":79,"itemsPerPage":2,"startIndex":1,"age":3',
      '{"totalResults":79,"itemsPerPage":2,"startIndex":1,"age":0',
    ],
    [
      '{"schemas":["urn:a:b","ada","x urn:a:b","urn:a b"],"x":"urn:a:b",',
      '{"schemas":["urn:a:b","[personal]","[personal]","[personal]"],"x":"[personal]",',
    ],
    ['{"ada@corp.org":1,', '{"[personal]":0,'],
    [
      '{"a b":1,"$ref":"x","urn:a.b-c:d":1,',
      '{"[personal]":0,"$ref":"[personal]","urn:a.b-c:d":0,',
    ],
    [`{"${"a".repeat(200)}":1,`, `{"${"a".repeat(200)}":0,`],
    [`{"${"a".repeat(201)}":1,`, '{"[personal]":0,'],
    // A missing name is not replaced by the previous one.
    ['{"totalResults":7,"a b":"urn:x:y",', '{"totalResults":7,"[personal]":"[personal]",'],
    ['[79,"ada"', '[0,"[personal]"'],
  ])("%j becomes %j", (body, left) => {
    expect(said(body)).toBe(left);
  });
});

describe("in XML the names of elements and attributes stay", () => {
  test.each([
    ["<User><userName>ada</userName>\n</User>", "<User><userName>[personal]</userName>\n</User>"],
    ["  <User>ada", "  <User>[personal]"],
    ["<User><userName> own </userName></User>", "<User><userName> own </userName></User>"],
    ["<User a='ada' b = \"ada\" c=''/>", '<User a="[personal]" b ="[personal]" c=\'\'/>'],
    ['<User a=\'own\' b="own" c=""/>', '<User a=\'own\' b="own" c=""/>'],
    ["<User a='ada", '<User a="[personal]"'],
    ["<a>own<b c='ada", '<a>own<b c="[personal]"'],
    ['<User a="ada', '<User a="[personal]"'],
    ["<User a='ada lovelace' b=\"ada lovelace\">", '<User a="[personal]" b="[personal]">'],
    [
      '<User xmlns="urn:scim:schemas:core:1.0" x="http://www.w3.org/2001/XML" y="https://www.w3.org/">',
      '<User xmlns="urn:scim:schemas:core:1.0" x="http://www.w3.org/2001/XML" y="https://www.w3.org/">',
    ],
    [
      '<User a="x urn:a:b" b="urn:a b" c="http://www.w3.org/a b" d="http://corp.org/" e="http://www.w3.org/a@b">',
      '<User a="[personal]" b="[personal]" c="[personal]" d="[personal]" e="[personal]">',
    ],
    ['<?xml version="1.0"?><User/>', '<?xml version="1.0"?><User/>'],
    ["<!DOCTYPE User><User/>", "<!DOCTYPE User><User/>"],
    ["<User><!-- ada --><x/></User>", "<User><!-- [personal] --><x/></User>"],
    ["<User><![CDATA[ada]]></User>", "<User><!-- [personal] --></User>"],
    ["<User><?ada?></User>", "<User><?ada?></User>"],
  ])("%j becomes %j", (body, left) => {
    expect(said(body)).toBe(left);
  });
});

describe("in a form the names stay", () => {
  test.each([
    ["userName=ada&title=own", "userName=[personal]&title=own"],
    ["a.b[0]%20+-=ada", "a.b[0]%20+-=[personal]"],
    ["a=b=c&d=&e", "a=[personal]&d=&[personal]"],
    ["a=own&own", "a=own&own"],
    ["a=b\n", "a=[personal]"],
    [`${"a".repeat(64)}=b`, `${"a".repeat(64)}=[personal]`],
  ])("%j becomes %j", (body, left) => {
    expect(said(body)).toBe(left);
  });
  test("a value with an equals sign is one value", () => {
    expect(otherBody("a=b=c", (text) => text === "b=c", String)).toBe("a=b=c");
  });
});
