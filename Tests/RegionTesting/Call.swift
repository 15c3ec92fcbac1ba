import Foundation
import HTTPServer
import Testing

import Formats
import MAASAPI

/// One request and the answer that MAAS gives: a row of a table of refusals.
package struct Call: Sendable, CustomTestStringConvertible {
    package let method: String
    /// Below the API root, with its query.
    package let path: String
    package let form: [String: String]
    package let who: TestRegion.Who
    package let status: Int
    package let body: String

    package init(
        _ method: String, _ path: String, _ form: [String: String], as who: TestRegion.Who = .admin, _ status: Int,
        _ body: String
    ) {
        (self.method, self.path, self.form, self.who, self.status, self.body) = (method, path, form, who, status, body)
    }

    /// A call without a form.
    package init(_ method: String, _ path: String, as who: TestRegion.Who = .admin, _ status: Int, _ body: String) {
        self.init(method, path, [:], as: who, status, body)
    }

    package var testDescription: String { "\(method) \(path) \(form.sorted { $0.key < $1.key }) as \(who)" }
}

extension TestRegion {
    /// Sends a call; answers what came.
    package func answer(_ call: Call) throws -> Answer {
        let halves = call.path.split(separator: "?", maxSplits: 1).map(String.init)
        var request = HTTPRequest(method: call.method, path: Dispatch.root + halves[0])
        if halves.count > 1 { request.query = halves[1] }
        if call.method == "POST" || call.method == "PUT" {
            let pairs = call.form.map { "\(percentEncoded($0.key))=\(percentEncoded($0.value))" }
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            request.body = Array(pairs.joined(separator: "&").utf8)
        }
        return try send(request, as: call.who)
    }

    /// Everything that the network endpoints show, as one text.
    func networkState() throws -> String {
        try [
            "fabrics/", "spaces/", "subnets/", "ipranges/", "ipaddresses/?all=true", "reservedips/", "domains/",
            "dnsresources/", "dnsresourcerecords/", "static-routes/",
        ].map { try answer(Call("GET", $0, 200, "")).text }.joined(separator: "\n")
    }

    /// Sends a call and compares the answer: its status, and its body as JSON where it is JSON, else as text. What is
    /// refused changes nothing.
    package func check(_ call: Call, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let before = try networkState()
        let answer = try answer(call)
        #expect(answer.status == call.status, "\(answer.text.prefix(300))", sourceLocation: sourceLocation)
        if call.body.hasPrefix("{") {
            let expected = try JSONValue(parsing: Array(call.body.utf8))
            #expect(try answer.json == expected, sourceLocation: sourceLocation)
        } else {
            #expect(answer.text == call.body, sourceLocation: sourceLocation)
        }
        #expect(try networkState() == before, "a refusal changes nothing", sourceLocation: sourceLocation)
    }
}
