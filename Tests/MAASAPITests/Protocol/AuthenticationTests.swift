import Formats
import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI

@Suite("OAuth")
struct AuthenticationTests {
    /// A PLAINTEXT header of the lab's administrator with fields changed (`nil` leaves one out).
    private func header(_ changes: [String: String?] = [:]) -> String {
        var fields: [String: String?] = [
            "oauth_version": "1.0", "oauth_signature_method": "PLAINTEXT", "oauth_consumer_key": "admConsumer0000000",
            "oauth_token": "admTokenKey0000000", "oauth_signature": "%26admTokenSecret000000000000000000",
            "oauth_nonce": "\(UInt64.random(in: 0 ... .max))", "oauth_timestamp": "1795000000",
        ]
        for (name, value) in changes { fields[name] = .some(value) }
        return "OAuth "
            + fields.compactMap { name, value in value.map { "\(name)=\"\($0)\"" } }.sorted().joined(separator: ", ")
    }

    private func answer(_ header: String) throws -> Answer {
        try TestRegion().send(
            HTTPRequest(method: "GET", path: "/MAAS/api/2.0/zones/", headers: ["Authorization": header]))
    }

    @Test(arguments: [
        (["oauth_consumer_key": "nobody"], "Authorization Error: Invalid API key."),
        (["oauth_token": "nothing"], "Authorization Error: 'Invalid access token: nothing'"),
        (["oauth_version": "2.0"], "Authorization Error: 'OAuth version 2.0 not supported.'"),
        (
            ["oauth_signature": "%26wrong"],
            "Authorization Error: 'Invalid signature. Expected signature base string: &admTokenSecret000000000000000000'"
        ),
        (
            ["oauth_signature_method": "RSA-SHA1"],
            "Authorization Error: 'Signature method RSA-SHA1 not supported try one of the following: PLAINTEXT, HMAC-SHA1'"
        ),
        (
            ["oauth_timestamp": "1000000000"],
            "Authorization Error: 'Expired timestamp: given 1000000000 and now 1795000000 has a greater difference than threshold 300'"
        ),
    ])
    func failuresSayWhy(changes: [String: String], text: String) throws {
        let refused = try answer(header(changes))
        #expect(refused.status == 401)
        #expect(refused.text == text)
        #expect(refused.response.headers["WWW-Authenticate"] == "OAuth realm=\"OAuth\"")
        #expect(refused.contentType == "text/html; charset=utf-8")
    }

    @Test(arguments: ["oauth_consumer_key", "oauth_token", "oauth_timestamp", "oauth_nonce", "oauth_signature_method"])
    func anIncompleteHeaderCountsAsNone(missing: String) throws {
        let refused = try answer(header([missing: nil]))
        #expect(refused.status == 401)
        #expect(refused.text == "Forbidden")
        #expect(refused.response.headers["WWW-Authenticate"] == nil)
    }

    @Test func aMissingSignatureIsNoticedLate() throws {
        #expect(try answer(header(["oauth_signature": nil])).text == "Authorization Error: 'Missing signature.'")
    }

    @Test func aTimestampThatIsNoNumberIsAnError() throws {
        let refused = try answer(header(["oauth_timestamp": "abc"]))
        #expect(refused.status == 500)
        #expect(refused.text == "invalid literal for int() with base 10: 'abc'")
    }

    @Test func theSignatureMayBeLiteralButNotEscapedTwice() throws {
        #expect(try answer(header(["oauth_signature": "&admTokenSecret000000000000000000"])).status == 200)
        #expect(try answer(header(["oauth_signature": "%2526admTokenSecret000000000000000000"])).status == 401)
        #expect(try answer(header(["oauth_timestamp": "4000000000"])).status == 200)
        #expect(try answer(header(["oauth_version": nil])).status == 200)
    }

    @Test func aSecretOfAnyLettersIsEncodedBeforeItSigns() throws {
        let inventory = #"{"users": [{"username": "root", "is_superuser": true, "api_key": "a b:c/d:e&f+g"}]}"#
        func status(_ signature: String) throws -> Int {
            let signed = header([
                "oauth_consumer_key": "a%20b", "oauth_token": "c%2Fd",
                "oauth_signature": PercentEncoding.encode(signature),
            ])
            let path = "/MAAS/api/2.0/zones/"
            return try TestRegion(inventory: inventory).send(
                HTTPRequest(method: "GET", path: path, headers: ["Authorization": signed])
            ).status
        }
        #expect(try status("&" + PercentEncoding.encode("e&f+g")) == 200)
        #expect(try status("&e&f+g") == 401)
    }

    @Test func aNonceIsGoodOnceIn300Seconds() throws {
        let maas = try TestRegion()
        var request = HTTPRequest(method: "GET", path: "/MAAS/api/2.0/zones/")
        request.headers["Authorization"] = header(["oauth_nonce": "once", "oauth_timestamp": "1795009999"])
        #expect(try maas.send(request).status == 200)
        #expect(try maas.send(request).text == "Authorization Error: 'Nonce already used: once'")
        maas.wallPasses(seconds: 301)
        #expect(try maas.send(request).status == 200)
    }

    @Test func hmacSHA1OverQueryAndForm() throws {
        // RFC 2202's first case of a text key, and the base string by hand.
        #expect(
            OAuthSignature.hmacSHA1("what do ya want for nothing?", key: "Jefe") == "7/zfauXrL6LSdBbV8YTfnCWafHk=")
        let maas = try TestRegion()
        var request = HTTPRequest(
            method: "GET", path: "/MAAS/api/2.0/users/", query: "op=whoami", headers: ["Host": "maas.test:5240"])
        let fields =
            "oauth_consumer_key=admConsumer0000000&oauth_nonce=7&oauth_signature_method=HMAC-SHA1"
            + "&oauth_timestamp=1795000000&oauth_token=admTokenKey0000000&op=whoami"
        let base =
            "GET&" + PercentEncoding.encode("http://maas.test:5240/MAAS/api/2.0/users/") + "&"
            + PercentEncoding.encode(fields)
        let signature = OAuthSignature.hmacSHA1(base, key: "&admTokenSecret000000000000000000")
        request.headers["Authorization"] = header([
            "oauth_version": nil, "oauth_nonce": "7", "oauth_signature_method": "HMAC-SHA1",
            "oauth_signature": PercentEncoding.encode(signature),
        ])
        #expect(try maas.send(request).string("username") == "admin")
        request.query = "op=whoami&more=1"
        request.headers["Authorization"] = header([
            "oauth_version": nil, "oauth_nonce": "8", "oauth_signature_method": "HMAC-SHA1",
            "oauth_signature": PercentEncoding.encode(signature),
        ])
        #expect(try maas.send(request).status == 401)
    }
}
