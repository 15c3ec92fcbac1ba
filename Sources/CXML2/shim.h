// libxml2, as far as XPath needs it. Its error callback, whose type differs between releases, stays on this side.
#ifndef CXML2_SHIM_H
#define CXML2_SHIM_H

#include <libxml/parser.h>
#include <libxml/xpath.h>

static inline void cxml2_note_error(void *code, const xmlError *error) {
    // What follows a first error may only follow from it.
    if (error != NULL && *(int *)code == 0) *(int *)code = error->code;
}

/// Compiles an XPath expression and forgets it. Nothing is written to standard error.
/// Returns 0 when it is one, else libxml2's code of what is wrong.
static inline int cxml2_check_xpath(const char *text) {
    int code = 0;
    xmlXPathContextPtr context = xmlXPathNewContext(NULL);
    if (context == NULL) return XML_ERR_NO_MEMORY;
    context->error = (xmlStructuredErrorFunc)cxml2_note_error;
    context->userData = &code;
    xmlXPathCompExprPtr expression = xmlXPathCtxtCompile(context, (const xmlChar *)text);
    if (expression != NULL) {
        xmlXPathFreeCompExpr(expression);
        code = 0;
    } else if (code == 0) {
        code = XML_XPATH_EXPR_ERROR;
    }
    xmlXPathFreeContext(context);
    return code;
}

#endif
