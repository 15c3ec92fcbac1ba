// GnuTLS, which comes with libmicrohttpd-dev: HMAC for OAuth signatures, X.509 for host certificates.
#ifndef CGNUTLS_SHIM_H
#define CGNUTLS_SHIM_H

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#endif
