import CGnuTLS
import Foundation

/// A certificate for 127.0.0.1, made for one test and removed after it.
public final class SelfSignedCertificate {
    public struct Failure: Error { public let code: Int32 }

    public let certificate: String
    public let key: String
    /// The two as files.
    public let certificateFile: String
    public let keyFile: String
    private let directory: TemporaryDirectory

    public init() throws {
        func check(_ code: Int32) throws { if code < 0 { throw Failure(code: code) } }
        var key: gnutls_x509_privkey_t?
        try check(gnutls_x509_privkey_init(&key))
        defer { gnutls_x509_privkey_deinit(key) }
        // 256 bits is what P-256, the curve of this length, has.
        try check(gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA, 256, 0))
        var certificate: gnutls_x509_crt_t?
        try check(gnutls_x509_crt_init(&certificate))
        defer { gnutls_x509_crt_deinit(certificate) }
        try check(gnutls_x509_crt_set_version(certificate, 3))
        try check(gnutls_x509_crt_set_serial(certificate, [1], 1))
        try check(gnutls_x509_crt_set_activation_time(certificate, time(nil) - 3600))
        try check(gnutls_x509_crt_set_expiration_time(certificate, time(nil) + 86400))
        try check(gnutls_x509_crt_set_key(certificate, key))
        try check(gnutls_x509_crt_set_basic_constraints(certificate, 1, -1))
        var address = [UInt8]([127, 0, 0, 1])
        try check(
            gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_IPADDRESS, &address, 4, 0))
        let name = "localhost"
        try check(gnutls_x509_crt_set_dn_by_oid(certificate, "2.5.4.3", 0, name, UInt32(name.utf8.count)))
        try check(gnutls_x509_crt_sign2(certificate, certificate, key, GNUTLS_DIG_SHA256, 0))

        func text(_ export: (UnsafeMutablePointer<gnutls_datum_t>) -> Int32) throws -> String {
            var datum = gnutls_datum_t()
            try check(export(&datum))
            defer { free(datum.data) }
            return String(decoding: UnsafeBufferPointer(start: datum.data, count: Int(datum.size)), as: UTF8.self)
        }
        self.certificate = try text { gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, $0) }
        self.key = try text { gnutls_x509_privkey_export2(key, GNUTLS_X509_FMT_PEM, $0) }
        directory = try TemporaryDirectory()
        certificateFile = try directory.write("certificate.pem", self.certificate)
        keyFile = try directory.write("key.pem", self.key)
    }
}
