// GnuTLS, which comes with libmicrohttpd-dev: HMAC for OAuth signatures, X.509 for host certificates.
#ifndef CGNUTLS_SHIM_H
#define CGNUTLS_SHIM_H

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

// `gnutls_free` is a variable, which Swift takes for shared mutable state.
static inline void shim_gnutls_free(void *memory) { gnutls_free(memory); }

#endif
