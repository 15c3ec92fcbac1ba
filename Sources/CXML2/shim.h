// libxml2, as far as XPath needs it. Its error callback, whose type differs between releases, stays on this side.
#ifndef CXML2_SHIM_H
#define CXML2_SHIM_H

#include <libxml/xmlversion.h>
// Its headers name types of the system's ICU, of which Foundation brings another: what imports both would not compile,
// as in a build with AddressSanitizer. Nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

static inline void cxml2_note_error(void *code, const xmlError *error) {
    // What follows a first error may only follow from it.
    if (error != NULL && *(int *)code == 0) *(int *)code = error->code;
}

/// Compiles an XPath expression. Nothing is written to standard error.
/// Returns NULL when it is none, and libxml2's code of what is wrong.
static inline xmlXPathCompExprPtr cxml2_compile_xpath(const char *text, int *code) {
    *code = 0;
    xmlXPathContextPtr context = xmlXPathNewContext(NULL);
    if (context == NULL) {
        *code = XML_ERR_NO_MEMORY;
        return NULL;
    }
    context->error = (xmlStructuredErrorFunc)cxml2_note_error;
    context->userData = code;
    xmlXPathCompExprPtr expression = xmlXPathCtxtCompile(context, (const xmlChar *)text);
    if (expression != NULL) {
        *code = 0;
    } else if (*code == 0) {
        *code = XML_XPATH_EXPR_ERROR;
    }
    xmlXPathFreeContext(context);
    return expression;
}

/// Reads a document without a word on standard error, without the network and without anything it names elsewhere.
/// Returns NULL for what is not well-formed.
static inline xmlDocPtr cxml2_read(const char *bytes, int count) {
    return xmlReadMemory(bytes, count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

/// A context to evaluate expressions in. Nothing is written to standard error, and an expression that takes more than
/// so many operations fails.
static inline xmlXPathContextPtr cxml2_context(xmlDocPtr document, int *code, unsigned long operations) {
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    if (context == NULL) return NULL;
    context->error = (xmlStructuredErrorFunc)cxml2_note_error;
    context->userData = code;
    context->opLimit = operations;
    return context;
}

#endif
