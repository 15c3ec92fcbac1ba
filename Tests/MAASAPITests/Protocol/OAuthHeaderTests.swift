import Testing

@testable import MAASAPI

@Suite("The Authorization header") struct OAuthHeaderTests {
    private static let usual = [
        "oauth_version": "1.0", "oauth_signature_method": "PLAINTEXT", "oauth_consumer_key": "c", "oauth_token": "t",
        "oauth_signature": "%26s%2Bs", "oauth_nonce": "n", "oauth_timestamp": "1700000000",
    ]

    private func header(_ changes: [String: String?] = [:], quote: String = "\"", gap: String = ", ") -> String {
        let fields = Self.usual.merging(changes.compactMapValues(\.self)) { $1 }
            .filter { changes[$0.key] != .some(nil) }
        return "OAuth " + fields.map { "\($0.key)=\(quote)\($0.value)\(quote)" }.joined(separator: gap)
    }

    private func credentials(_ text: String) -> OAuthHeader.PlainCredentials? { OAuthHeader(text)?.plainCredentials }

    @Test(arguments: ["\"", ""], [",", ", ", " ,\t"]) func theUsualOneIsRead(quote: String, gap: String) throws {
        let found = try #require(credentials(header(quote: quote, gap: gap)))
        #expect([found.consumer, found.token, found.secret, found.nonce] == ["c", "t", "s+s", "n"])
        #expect(found.isCurrent(at: 1_700_000_000))
        #expect(!found.isCurrent(at: 1_700_000_000 + 10 * Authentication.threshold))
    }

    @Test(arguments: [
        ("%26s", "s"), ("&s", "s"), ("%26", ""), ("&", ""), ("%26%26", "&"), ("&%26", "&"), ("%26\u{301}", "\u{301}"),
        ("&\u{301}", "\u{301}"), ("%26%C3%A9", "é"),
    ])
    func aSecretStandsBehindAnEmptyOne(signature: String, secret: String) {
        #expect(
            credentials(header(["oauth_signature": signature]))?.secret.unicodeScalars.elementsEqual(
                secret.unicodeScalars) == true)
    }

    @Test(arguments: ["", "s", "s%26", "%2", "%", "s&s", "%2526s"]) func anotherSignatureIsNotTaken(signature: String) {
        #expect(credentials(header(["oauth_signature": signature])) == nil)
    }

    @Test(arguments: [
        ("oauth_version", "2.0"), ("oauth_signature_method", "HMAC-SHA1"), ("oauth_timestamp", "soon"),
        ("oauth_timestamp", ""), ("oauth_timestamp", "99999999999999999999"), ("oauth_version", ""),
    ])
    func whatIsUnusualIsLeftToOthers(field: String, value: String) {
        #expect(credentials(header([field: value])) == nil)
    }

    @Test(arguments: ["oauth_version", "oauth_signature_method"]) func aCodedWordIsTheSameWord(field: String) throws {
        let word = try #require(Self.usual[field])
        let coded = word.utf8.map { "%" + String($0, radix: 16) }.joined()
        #expect(credentials(header([field: coded])) != nil)
    }

    @Test func onlyTheVersionMayBeMissing() {
        for field in Self.usual.keys {
            #expect((credentials(header([field: nil])) != nil) == (field == "oauth_version"), "\(field)")
        }
    }

    @Test func ofARepeatedFieldTheLastCounts() {
        #expect(credentials(header() + ", oauth_nonce=\"other\"")?.nonce == "other")
        #expect(credentials(header() + ", oauth_timestamp=\"x\"") == nil)
        #expect(OAuthHeader(header() + ", oauth_nonce=\"other\"")?.fields["oauth_nonce"] == "other")
    }

    @Test(arguments: ["OAuth ", "OAuth ,", "OAuth =", "OAuth ,,=,\"", "OAuth \"", "OAuth realm=\"\"", "OAuth a=,=b"])
    func whatHasNoFieldsHasNoCredentials(text: String) {
        #expect(credentials(text) == nil)
        #expect(OAuthHeader(text) != nil)
    }

    @Test func anotherSchemeIsNone() {
        for text in [nil, "", "OAuth", "Basic eDp5", "oauth a=b"] as [String?] { #expect(OAuthHeader(text) == nil) }
    }
}
