#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xpath.h>

// The place of the parser in the input it was given: `input` is a struct of pointers, and one call is cheaper to read
// in Swift than five unsafe member accesses. Bytes from the start of the buffer.
static inline long rapporteur_htmlParserOffset(htmlParserCtxtPtr context) {
  return context->input == NULL ? 0 : (long)(context->input->cur - context->input->base);
}
