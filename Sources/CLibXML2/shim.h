#include <libxml/xmlversion.h>
// Their headers would bring those of ICU along, which clash with Foundation's.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xpath.h>
#include <string.h>

// The place of the parser in the input it was given: `input` is a struct of pointers, and one call is cheaper to read
// in Swift than five unsafe member accesses. Bytes from the start of the buffer.
static inline long rapporteur_htmlParserOffset(htmlParserCtxtPtr context) {
  return context->input == NULL ? 0 : (long)(context->input->cur - context->input->base);
}

// A parser over bytes that stay where they are and are known to be UTF-8: libxml2's own constructors copy the input and
// guess at its charset. `bytes` holds a NUL at `length` and lives as long as the context.
static inline htmlParserCtxtPtr rapporteur_htmlOpen(xmlChar *bytes, int length) {
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return NULL;
  htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC |
                                  HTML_PARSE_NODEFDTD | HTML_PARSE_NONET);
  // 2.9 has no HTML_PARSE_HUGE, and `htmlCtxtUseOptions` passes no other option on.
  context->options |= XML_PARSE_HUGE;
  htmlParserInputPtr input = xmlNewInputStream(context);
  if (input == NULL) {
    htmlFreeParserCtxt(context);
    return NULL;
  }
  input->base = input->cur = bytes;
  input->end = bytes + length;
  input->length = length;
  inputPush(context, input);
  context->charset = XML_CHAR_ENCODING_UTF8;
  context->encoding = xmlStrdup((const xmlChar *)"UTF-8");
  return context;
}

// Only these events; everything else is parsed and forgotten.
static inline void rapporteur_htmlListen(
    htmlParserCtxtPtr context, void *listener, startElementSAXFunc start, endElementSAXFunc end,
    charactersSAXFunc characters, cdataBlockSAXFunc raw) {
  memset(context->sax, 0, sizeof(htmlSAXHandler));
  context->sax->startElement = start;
  context->sax->endElement = end;
  context->sax->characters = characters;
  context->sax->ignorableWhitespace = characters;
  context->sax->cdataBlock = raw;
  context->userData = listener;
}

// Makes the start tag that the parser has just read an empty element: `<i>` is read on as `<i/>`. To be called from
// inside the start event, whose tag ends at `cur`.
static inline void rapporteur_htmlEndElementHere(htmlParserCtxtPtr context) {
  htmlParserInputPtr input = context->input;
  if (*input->cur != '>' || input->cur == input->base) return;
  input->cur--;
  *(xmlChar *)input->cur = '/';
}

// `xmlFree` is a variable, which Swift 6 takes for shared mutable state.
static inline void rapporteur_xmlFree(void *memory) { xmlFree(memory); }

// A parser of XML over bytes in memory; NULL for no bytes. References are replaced, nothing is fetched.
static inline xmlParserCtxtPtr rapporteur_xmlOpen(const char *bytes, int length) {
  xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(bytes, length);
  if (context != NULL) xmlCtxtUseOptions(context, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  return context;
}

// Only these events; nothing is kept and nothing printed.
static inline void rapporteur_xmlListen(
    xmlParserCtxtPtr context, void *listener, startElementNsSAX2Func start, endElementNsSAX2Func end,
    charactersSAXFunc characters, internalSubsetSAXFunc doctype, xmlStructuredErrorFunc fault) {
  memset(context->sax, 0, sizeof(xmlSAXHandler));
  context->sax->initialized = XML_SAX2_MAGIC;
  context->sax->startElementNs = start;
  context->sax->endElementNs = end;
  context->sax->characters = characters;
  context->sax->ignorableWhitespace = characters;
  context->sax->cdataBlock = characters;
  context->sax->internalSubset = doctype;
  context->sax->serror = fault;
  context->userData = listener;
}
