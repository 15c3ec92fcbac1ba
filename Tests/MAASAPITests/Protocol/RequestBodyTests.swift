import HTTPServer
import TestSupport
import Testing

@testable import MAASAPI

@Suite("Request bodies")
struct RequestBodyTests {
    private func body(_ text: String, _ contentType: String?, method: String = "POST") -> RequestBody {
        var request = HTTPRequest(method: method, path: "/", body: Array(text.utf8))
        if let contentType { request.headers["Content-Type"] = contentType }
        return RequestBody(request)
    }

    @Test func urlencodedKeepsOrderAndRepetition() {
        let form = body("a=1&b=x+y%26&a=2&c&=z&%zz=%41", "application/x-www-form-urlencoded; charset=utf-8").form
        #expect(form.pairs.map(\.name) == ["a", "b", "a", "c", "", "%zz"])
        #expect(form["a"] == "2")
        #expect(form.all("a") == ["1", "2"])
        #expect(form["b"] == "x y&")
        #expect(form["c"] == "")
        #expect(form["%zz"] == "A")
        #expect(form["d"] == nil)
    }

    @Test func multipartFieldsAndFiles() {
        let text = [
            "--mark", #"Content-Disposition: form-data; name="op""#, "", "compose",
            "--mark", #"content-disposition: form-data; name="file"; filename="a.bin""#,
            "Content-Type: application/octet-stream", "", "line1\r\nline2", "--mark--", "",
        ].joined(separator: "\r\n")
        let body = body(text, #"multipart/form-data; boundary="mark""#)
        #expect(body.form["op"] == "compose")
        #expect(body.files.map(\.name) == ["file"])
        #expect(body.files.map { String(decoding: $0.contents, as: UTF8.self) } == ["line1\r\nline2"])
    }

    @Test func multipartWithoutALastLineBreakIsRead() {
        let text = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--"
        #expect(body(text, "multipart/form-data; boundary=x").form["a"] == "1")
    }

    @Test func jsonFillsTheForm() {
        let read = body(#"{"name": "z", "count": 3, "on": true, "gone": null, "list": ["a", "b"]}"#, "application/json")
        #expect(read.form["name"] == "z")
        #expect(read.form["count"] == "3")
        #expect(read.form["on"] == "True")
        #expect(read.form["gone"] == nil)
        #expect(read.form.all("list") == ["a", "b"])
        #expect(!read.form.hasLists)
        #expect(body("{nope", "application/json").isMalformed)
    }

    @Test func otherContentTypesAndMethodsAreNotRead() {
        #expect(body("a=1", "text/plain").form.pairs.isEmpty)
        #expect(body("a=1", nil).form.pairs.isEmpty)
        #expect(body("a=1", "application/x-www-form-urlencoded", method: "DELETE").form.pairs.isEmpty)
    }

    @Test func anyBytesAreReadWithoutHarm() {
        var random = SeededGenerator()
        for kind in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "application/json"] {
            for _ in 0..<200 {
                let alphabet = Array("--b\r\n=&%{}[]\":;,abc\u{0}".utf8)
                let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? 0
                }
                let request = HTTPRequest(method: "POST", path: "/", headers: ["Content-Type": kind], body: bytes)
                let body = RequestBody(request)
                #expect(body.form.pairs.count <= bytes.count + 1)
            }
        }
    }
}
