import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI

/// Django takes in so many fields and files and no more.
@Suite struct FieldLimitTests {
    private let maas: TestRegion

    init() throws { maas = try TestRegion() }

    private static func fields(_ count: Int) -> String {
        (0..<count).map { "a\($0)=1" }.joined(separator: "&")
    }

    private func answer(
        _ method: String, _ path: String, query: String? = nil, _ type: String? = nil, _ body: String = ""
    ) throws -> Answer {
        var request = HTTPRequest(method: method, path: Dispatch.root + path, query: query, body: Array(body.utf8))
        if let type { request.headers["Content-Type"] = type }
        request.headers["Authorization"] = try maas.authorization(.admin)
        return try maas.send(request)
    }

    @Test(arguments: ["GET", "PUT", "DELETE", "PATCH"])
    func ofAQuery(method: String) throws {
        for path in ["zones/", "zones/nosuch/", "nosuch/", "version/"] {
            let refused = try answer(method, path, query: Self.fields(1001))
            #expect(refused.status == 500)
            #expect(refused.text == FieldLimits.tooManyFields)
            #expect(refused.response.headers["X-Frame-Options"] == nil)
            #expect(try answer(method, path, query: Self.fields(1000)).text != FieldLimits.tooManyFields)
        }
    }

    @Test func ofAForm() throws {
        let type = "application/x-www-form-urlencoded"
        #expect(try answer("POST", "zones/", type, "name=whole&" + Self.fields(999)).status == 200)
        #expect(try answer("POST", "zones/", type, "name=more&" + Self.fields(1000)).text == FieldLimits.tooManyFields)
        #expect(
            try answer("PUT", "zones/whole/", type, String(repeating: "&", count: 1000)).text
                == FieldLimits.tooManyFields)
        // What is not read is not counted.
        #expect(try answer("DELETE", "zones/whole/", type, Self.fields(1001)).status == 204)
    }

    @Test func ofAMultipartForm() throws {
        func body(_ fields: Int, _ files: Int) -> String {
            (0..<fields).map { "--b\r\nContent-Disposition: form-data; name=\"a\($0)\"\r\n\r\n1\r\n" }.joined()
                + (0..<files).map {
                    "--b\r\nContent-Disposition: form-data; name=\"f\($0)\"; filename=\"x\"\r\n\r\n1\r\n"
                }.joined() + "--b--\r\n"
        }
        let type = "multipart/form-data; boundary=b"
        #expect(try answer("POST", "zones/", type, body(1000, 100)).status == 400)
        #expect(try answer("POST", "zones/", type, body(1001, 0)).text == FieldLimits.tooManyFields)
        #expect(try answer("POST", "zones/", type, body(1, 101)).text == FieldLimits.tooManyFiles)
    }

    @Test func jsonHasNone() throws {
        let members = (0..<2000).map { "\"a\($0)\": 1" }.joined(separator: ", ")
        #expect(try answer("POST", "zones/", "application/json", "{\"name\": \"many\", \(members)}").status == 200)
    }
}
