// Office files are zip packages: one is made for the programme to read, others are opened to see what it wrote.

import assert from "node:assert/strict";
import { crc32, inflateRawSync } from "node:zlib";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The media type of a Word document. */
export const DOCX = `${WORD_TYPE.replace(".wordprocessingml", ".wordprocessingml.document")}`;

/** A Word document of `[heading, paragraph]` pairs, each heading of the first level. */
export function docx(sections) {
  const paragraph = (words, style = "") => `<w:p>${style}<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:p>`;
  const heading = `<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>`;
  const body = sections.map(([title, words]) => paragraph(title, heading) + paragraph(words)).join("");
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return zip({
    "[Content_Types].xml": `<Types xmlns="${CONTENT_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELATIONSHIPS}">${relation("rId1", "officeDocument", "word/document.xml")}</Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${RELATIONSHIPS}">${relation("rId1", "styles", "styles.xml")}</Relationships>`,
    "word/styles.xml": `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    "word/document.xml": `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  });
}

/** All parts of a package as text, by name. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf("PK\x05\x06");
  assert.ok(end >= 0, "no zip package");
  const parts = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, name, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    parts[bytes.toString("utf8", at + 46, at + 46 + name)] = (method === 0 ? content : inflateRawSync(content)).toString("utf8");
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** What a reader sees of XML, without its marks. */
export function wordsOf(xml) {
  const plain = xml.replaceAll(/<[^>]+>/g, " ").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
  return plain.replaceAll(/\s+/g, " ");
}

function zip(parts) {
  const [files, directory] = [[], []];
  let offset = 0;
  for (const [name, words] of Object.entries(parts)) {
    const content = Buffer.from(words);
    const label = Buffer.from(name);
    // From "version needed" to the length of the name, which both headers share: stored, of no particular day.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    files.push(Buffer.from("PK\x03\x04"), facts, label, content);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), facts, place.subarray(0, 14), label);
    offset += 30 + label.length + content.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, list, Buffer.from("PK\x05\x06"), end]);
}

const escaped = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
