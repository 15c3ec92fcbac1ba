import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI

/// HMAC-SHA1 signatures that oauthlib, a Python library, made of the same requests.
@Suite struct SignatureVectorTests {
    private func answer(
        _ method: String, _ path: String, query: String? = nil, host: String, body: String = "", signature: String
    ) throws -> Answer {
        var request = HTTPRequest(
            method: method, path: Dispatch.root + path, query: query, headers: ["Host": host], body: Array(body.utf8))
        if !body.isEmpty { request.headers["Content-Type"] = "application/x-www-form-urlencoded" }
        request.headers["Authorization"] = """
            OAuth oauth_nonce="fixed-nonce", oauth_timestamp="1795000000", oauth_version="1.0", \
            oauth_signature_method="HMAC-SHA1", oauth_consumer_key="admConsumer0000000", \
            oauth_token="admTokenKey0000000", oauth_signature="\(signature)"
            """
        return try TestRegion().send(request)
    }

    @Test func query() throws {
        let answer = try answer(
            "GET", "users/", query: "op=whoami", host: "maas.test:5240", signature: "jQ9faod8fS6jB6zsDPBosEB2LXk%3D")
        #expect(try answer.string("username") == "admin")
    }

    @Test func form() throws {
        let answer = try answer(
            "POST", "zones/", host: "maas.test:5240", body: "name=a+zone&description=caf%C3%A9+%26+b%7E",
            signature: "qBjilVniw8HZvnvsYWLAAveZYrE%3D")
        #expect(try answer.string("description") == "café & b~")
    }

    @Test func defaultPortAndBlanks() throws {
        let answer = try answer(
            "GET", "machines/", query: "hostname=node01&zone=az%201", host: "maas.test",
            signature: "DVGZCA6tzkMY%2B%2FBOXDwdgHCgQJM%3D")
        #expect(answer.text == #"{"zone": ["No such zone(s): az 1."]}"#)
    }

    @Test func anotherFormIsRefused() throws {
        let answer = try answer(
            "POST", "zones/", host: "maas.test:5240", body: "name=another+zone",
            signature: "qBjilVniw8HZvnvsYWLAAveZYrE%3D")
        #expect(answer.status == 401)
    }
}
