import CGnuTLS

/// A self-signed certificate and its key, as MAAS makes one for each LXD host that it is told of.
///
/// MAAS makes RSA keys of 4096 bits; these are ECDSA on P-256, which takes a millisecond instead of a second and means
/// the same to every client that only carries them along.
package struct HostCertificate {
    /// PEM
    package let certificate: String
    /// PEM, PKCS #8 without a passphrase
    package let key: String

    /// Why GnuTLS did not make or read one.
    package struct Failure: Error { let code: Int32 }

    /// Makes a pair.
    /// - Parameters:
    ///   - commonName: Of the subject; cut after 64 bytes.
    ///   - now: From when it is valid, seconds since 1970; it is for ten years.
    package static func generate(commonName: String, now: Int) throws -> HostCertificate {
        var key: gnutls_x509_privkey_t?
        try check(gnutls_x509_privkey_init(&key))
        defer { gnutls_x509_privkey_deinit(key) }
        // GNUTLS_CURVE_TO_BITS is a macro: the curve with the top bit set.
        let curve = (1 << 31) | UInt32(GNUTLS_ECC_CURVE_SECP256R1.rawValue)
        try check(gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA, curve, 0))
        var certificate: gnutls_x509_crt_t?
        try check(gnutls_x509_crt_init(&certificate))
        defer { gnutls_x509_crt_deinit(certificate) }
        try check(gnutls_x509_crt_set_version(certificate, 3))
        var serial = [UInt8](repeating: 0, count: 16)
        try check(gnutls_rnd(GNUTLS_RND_NONCE, &serial, serial.count))
        serial[0] &= 0x7F
        try check(gnutls_x509_crt_set_serial(certificate, serial, serial.count))
        try check(gnutls_x509_crt_set_activation_time(certificate, now))
        try check(gnutls_x509_crt_set_expiration_time(certificate, now + 3650 * 86_400))
        let name = Array(commonName.utf8.prefix(64))
        try check(gnutls_x509_crt_set_dn_by_oid(certificate, "2.5.4.3", 0, name, UInt32(name.count)))
        try check(gnutls_x509_crt_set_dn_by_oid(certificate, "2.5.4.10", 0, "MAAS", 4))
        try check(gnutls_x509_crt_set_key(certificate, key))
        try check(gnutls_x509_crt_sign2(certificate, certificate, key, GNUTLS_DIG_SHA256, 0))
        var output = gnutls_datum_t()
        try check(gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &output))
        let certificateText = text(taking: output)
        try check(
            gnutls_x509_privkey_export2_pkcs8(
                key, GNUTLS_X509_FMT_PEM, nil, UInt32(GNUTLS_PKCS_PLAIN.rawValue), &output))
        return HostCertificate(certificate: certificateText, key: text(taking: output))
    }

    /// What is wrong with a pair that a user sent, in MAAS's words; `nil` when nothing is.
    package static func problem(certificate: String, key: String) -> String? {
        var readKey: gnutls_x509_privkey_t?
        var readCertificate: gnutls_x509_crt_t?
        guard gnutls_x509_privkey_init(&readKey) == 0 else { return invalid }
        defer { gnutls_x509_privkey_deinit(readKey) }
        guard gnutls_x509_crt_init(&readCertificate) == 0 else { return invalid }
        defer { gnutls_x509_crt_deinit(readCertificate) }
        let material = certificate + "\n" + key
        let imported = material.withMutableDatum { datum in
            gnutls_x509_privkey_import2(readKey, &datum, GNUTLS_X509_FMT_PEM, nil, 0) == 0
                && gnutls_x509_crt_import(readCertificate, &datum, GNUTLS_X509_FMT_PEM) == 0
        }
        guard imported else { return invalid }
        var ids = [[UInt8](repeating: 0, count: 64), [UInt8](repeating: 0, count: 64)]
        var lengths = [64, 64]
        guard gnutls_x509_crt_get_key_id(readCertificate, 0, &ids[0], &lengths[0]) == 0,
            gnutls_x509_privkey_get_key_id(readKey, 0, &ids[1], &lengths[1]) == 0
        else { return invalid }
        return ids[0] == ids[1] ? nil : "Private and public keys don't match"
    }

    private static let invalid = "Invalid PEM material"

    private static func check(_ code: Int32) throws(Failure) {
        if code < 0 { throw Failure(code: code) }
    }

    /// The text of memory that GnuTLS allocated, which is given back.
    private static func text(taking datum: gnutls_datum_t) -> String {
        defer { shim_gnutls_free(datum.data) }
        return String(decoding: UnsafeBufferPointer(start: datum.data, count: Int(datum.size)), as: UTF8.self)
    }
}

extension String {
    fileprivate func withMutableDatum<Result>(_ body: (inout gnutls_datum_t) -> Result) -> Result {
        var bytes = Array(utf8)
        return bytes.withUnsafeMutableBufferPointer { buffer in
            var datum = gnutls_datum_t(data: buffer.baseAddress, size: UInt32(buffer.count))
            return body(&datum)
        }
    }
}
