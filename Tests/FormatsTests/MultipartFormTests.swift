import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("Multipart forms") struct MultipartFormTests {
    private func field(_ name: String, _ value: String) -> String {
        "Content-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }

    private func read(_ body: String, boundary: String = "x") throws -> MultipartForm {
        try #require(MultipartForm(Array(body.utf8), contentType: "multipart/form-data; boundary=\(boundary)"))
    }

    private func fields(_ body: String, boundary: String = "x") throws -> [String] {
        try read(body, boundary: boundary).fields.map { "\($0.name)=\($0.value)" }
    }

    @Test func fieldsAndFilesAreRead() throws {
        let form = try read(
            "--x\r\n\(field("a", "1"))--x\r\ncontent-disposition: FORM-DATA; filename=\"f.bin\"; Name=file\r\n"
                + "Content-Type: application/octet-stream\r\n\r\nline\r\n\r\n--\r\n\r\n--x--\r\n")
        #expect(form.fields.map(\.name) == ["a"])
        #expect(form.fields.map(\.value) == ["1"])
        #expect(form.files.map(\.name) == ["file"])
        #expect(form.files.map(\.filename) == ["f.bin"])
        #expect(form.files.map(\.contents) == [Array("line\r\n\r\n--\r\n".utf8)])
    }

    @Test func aBoundaryBeginsALine() throws {
        for value in [
            "a--xb", "a--x--b", "a --x", "--xy", "a\r\n --x\r\nb", "a\r\n--xy\r\nb", "a\r\n-x\r\n", "a\r--x",
            "a\r\n--x-",
        ] {
            #expect(try fields("--x\r\n\(field("a", value))--x\r\n\(field("b", "2"))--x--") == ["a=\(value)", "b=2"])
        }
    }

    @Test func whatIsBeforeAndBehindDoesNotCount() throws {
        #expect(
            try fields("\(field("z", "0"))--x\r\n\(field("a", "1"))--x--\r\n--x\r\n\(field("b", "2"))--x--") == ["a=1"])
        #expect(try fields("hello\r\n--x \t\r\n\(field("a", "1"))--x-- \r\nbye") == ["a=1"])
    }

    @Test func theEndMayBeMissing() throws {
        #expect(try fields("--x\r\n\(field("a", "1"))--x--") == ["a=1"])
        #expect(try fields("--x\r\n\(field("a", "1"))--x\r\n\(field("b", "2"))") == ["a=1", "b=2\r\n"])
        #expect(try fields("--x\r\n").isEmpty)
        #expect(try fields("").isEmpty)
    }

    @Test(arguments: [
        ("Content-Disposition: form-data; y=\"; name=b\"; name=\"a;c\"\r\n\r\n1\r\n", ["a;c=1"]),
        ("Content-Disposition: form-data; name=\"a\\\"b\"\r\n\r\n1\r\n", ["a\"b=1"]),
        ("Content-Disposition: form-data; name*=utf-8''%C3%A9\r\n\r\n1\r\n", ["é=1"]),
        ("Content-Disposition: form-data; name=\" a \"\r\n\r\n 1 \r\n", ["a= 1 "]),
        ("Content-Disposition: form-data; name=\"a\"; filename=\"\"\r\n\r\n1\r\n", ["a=1"]),
        (
            "Content-Disposition: form-data; name=\"b\"\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n",
            ["a=1"]
        ),
        ("Content-Disposition: form-data; name=\"a\"\n\n1\n", []),
        ("Content-Disposition : form-data; name=\"a\"\r\n\r\n1\r\n", []),
        ("Content-Disposition: form-data;\r\n name=\"a\"\r\n\r\n1\r\n", []),
        ("Content-Disposition: form-data\r\n\r\n1\r\n", []),
        ("\r\n1\r\n", []), ("1\r\n", []), ("Content-Disposition: form-data; name=\"a\"\r\n\r\n\r\n", ["a="]),
        ("content-transfer-encoding: BASE64\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nYy Bk\r\n", ["a=c d"]),
        (
            "Content-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nYy!Bkx\r\n",
            ["a=Yy!Bkx"]
        ),
    ])
    func headersAreReadAsDjangoReadsThem(part: String, expected: [String]) throws {
        #expect(try fields("--x\r\n\(part)--x--\r\n") == expected)
    }

    @Test func headsAreShort() throws {
        for (length, expected) in [(900, ["a=1"]), (1100, [])] {
            let part = "X: \(String(repeating: "y", count: length))\r\n\(field("a", "1"))"
            #expect(try fields("--x\r\n\(part)--x--") == expected)
        }
    }

    @Test(arguments: [
        ("/a/b.txt", "b.txt"), ("c:\\\\a\\\\b", "b"), ("a/", nil), ("..", nil), ("b c", "b c"),
    ])
    func filesHaveNamesWithoutFolders(sent: String, name: String?) throws {
        let form = try read("--x\r\nContent-Disposition: form-data; name=a; filename=\"\(sent)\"\r\n\r\n1\r\n--x--")
        #expect(form.files.map(\.filename) == (name.map { [$0] } ?? []))
        #expect(form.fields.isEmpty)
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=\"a;b\"", "a;b"), ("Multipart/Form-Data; charset=\"x;y\"; Boundary=a", "a"),
        ("multipart/form-data; boundary=\"a b\"", "a b"), ("multipart/form-data; boundary=--", "--"),
    ])
    func boundariesAreRead(contentType: String, boundary: String) throws {
        let form = MultipartForm(
            Array("--\(boundary)\r\n\(field("a", "1"))--\(boundary)--".utf8), contentType: contentType)
        #expect(try #require(form).fields.map(\.value) == ["1"])
    }

    @Test(arguments: [
        "", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=é",
        "x; boundary=\"a \"",
    ])
    func thereMustBeABoundary(contentType: String) { #expect(MultipartForm([], contentType: contentType) == nil) }

    @Test func onlyAClosingBoundaryIsTold() {
        let type = "multipart/form-data; boundary=x"
        #expect(MultipartForm.isOnlyClosing(Array("--x--\r\n".utf8), contentType: type))
        #expect(!MultipartForm.isOnlyClosing(Array("--x\r\n--x--".utf8), contentType: type))
        #expect(!MultipartForm.isOnlyClosing(Array("--x--".utf8), contentType: "multipart/mixed; boundary=x"))
    }

    @Test func anyFieldsComeBack() throws {
        var random = SeededGenerator()
        let pieces = ["--", "-", "x", "--x", "\r\n", "\n", "\r", "\r\n\r\n", " ", "a", ";", "\"", "é", "\0", ":"]
        for _ in 0..<1000 {
            let values = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined()
            }
            // A boundary that no value has, as clients choose it.
            let body = values.map { "--xyz-x\r\n\(field("a", $0))" }.joined() + "--xyz-x--\r\n"
            #expect(try fields(body, boundary: "xyz-x") == values.map { "a=\($0)" })
            // And one that they may well have: nothing traps, and nothing is made up.
            let length = try read(values.map { "--x\r\n\(field("a", $0))" }.joined(), boundary: "x").fields
                .reduce(0) { $0 + $1.value.utf8.count }
            #expect(length <= values.reduce(0) { $0 + $1.utf8.count + 4 })
        }
    }

    @Test(arguments: ["-", "--", "\r\n-", "\n", "--\n", "\r\n--\r\n", "a", "\r", "\r\n\r\n"])
    func timeIsLinear(piece: String) {
        let boundary = String(repeating: "-", count: 200)
        let times = growth(of: { "--\(boundary)\r\n" + String(repeating: piece, count: $0) }) { body in
            _ = MultipartForm(Array(body.utf8), contentType: "multipart/form-data; boundary=\(boundary)")
        }
        #expect(times <= mostGrowth)
    }
}
