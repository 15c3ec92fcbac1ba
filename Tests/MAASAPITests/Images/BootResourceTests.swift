import Formats
import Foundation
import HTTPServer
import MAASAPI
import MAASRegion
import RegionTesting
import Testing

/// What an upload may be called and be made of.
@Suite struct BootResourceTests {
    private static let hash = SHA256.hexDigest("hello".utf8)

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    @discardableResult private func upload(_ maas: TestRegion, _ fields: [String: String]) throws -> Answer {
        let all = ["name": "img", "architecture": "amd64/generic", "sha256": Self.hash, "size": "5"]
            .merging(fields) { $1 }
        return try maas.post(
            "boot-resources/", urlencoded: all.map { "\($0.key)=\(encoded($0.value))" })
    }

    @Test(arguments: [
        ("custom/img", "img"), (" img ", "img"), ("ubuntu/jammy", "ubuntu/jammy"), ("jammy", "jammy"),
        ("centos700", "centos700"), ("Ubuntu", "Ubuntu"), ("bootloader/x", "bootloader/x"),
    ])
    func namesThatAreTaken(sent: String, name: String) throws {
        let made = try upload(try TestRegion(), ["name": sent])
        #expect(made.status == 201)
        #expect(try made.string("name") == name)
    }

    @Test(arguments: ["ubuntu", "custom/ubuntu", "custom", "centos7", "custom/centos80", "bootloader", "rhel"])
    func namesThatAreReserved(sent: String) throws {
        let name = sent.split(separator: "/").last ?? ""
        #expect(try upload(try TestRegion(), ["name": sent]).text == "{\"name\": [\"\(name) is a reserved name\"]}")
    }

    @Test func namesThatAreNone() throws {
        let maas = try TestRegion()
        #expect(try upload(maas, ["name": "a/b"]).text.contains("Unsupport operating system a, supported"))
        let failed = try upload(maas, ["name": "custom/a/b"])
        #expect(failed.status == 500 && failed.text == "too many values to unpack (expected 2)")
        #expect(try upload(maas, ["name": "custom/"]).status == 500)
    }

    @Test func whatASourceOffersIsReservedOnceItHasBeenLookedAt() throws {
        let maas = try TestRegion()
        try maas.post("boot-resources/", op: "import")
        try maas.advance(10)
        for name in ["jammy", "ubuntu/jammy", "uefi"] {
            #expect(try upload(maas, ["name": name]).text == "{\"name\": [\"\(name) is a reserved name\"]}")
        }
    }

    @Test(arguments: [
        ("ubuntu/jammy", "ubuntu/jammy"), ("Ubuntu/Jammy", "ubuntu/jammy"), ("centos/7", "centos/7"),
        ("RHEL/8", "rhel/8"), ("", "ubuntu/noble"),
    ])
    func bases(sent: String, base: String) throws {
        #expect(try upload(try TestRegion(), ["base_image": sent]).string("base_image") == base)
    }

    @Test(arguments: [
        ("ubuntu", "a base image must follow the format: <osystem>/<series>"),
        ("a/b/c", "a base image must follow the format: <osystem>/<series>"),
        ("windows/x", "custom images require a valid non-custom OS type base image"),
        ("custom/x", "custom images require a valid non-custom OS type base image"),
        ("ubuntu/foo", "please select a valid base image OS and version"),
    ])
    func basesThatAreNone(sent: String, message: String) throws {
        let maas = try TestRegion()
        #expect(try upload(maas, ["base_image": sent]).text == "{\"base_image\": [\"\(message)\"]}")
        // Images of an operating system of their own have none, and nobody looks.
        let other = try upload(maas, ["base_image": sent, "name": "ubuntu/x"])
        #expect(other.status == 201)
        #expect(try other.json["base_image"] == nil)
    }

    @Test func aBaseStaysAsItWas() throws {
        let maas = try TestRegion()
        #expect(try upload(maas, ["base_image": "ubuntu/jammy"]).string("base_image") == "ubuntu/jammy")
        #expect(try upload(maas, ["base_image": "centos/7"]).string("base_image") == "ubuntu/jammy")
    }

    @Test(arguments: [
        ("tgz", "root.tgz", "root-tgz"), ("txz", "root.txz", "root-txz"), ("ddtgz", "root-dd", "root-dd"),
        ("ddgz", "root-dd.gz", "root-dd.gz"), ("ddtbz", "root-dd.tar.bz2", "root-dd.tar.bz2"),
        ("ddraw", "root-dd.raw", "root-dd.raw"),
    ])
    func typesGiveTheirFilesNames(type: String, filename: String, filetype: String) throws {
        let made = try upload(try TestRegion(), ["filetype": type])
        guard case .object(let sets) = try made.value("sets"), let set = sets.values.first else {
            Issue.record("no set")
            return
        }
        #expect(set["files"]?[filename]?["filetype"]?.string == filetype)
    }

    @Test func hashesAndSizesAreLookedAt() throws {
        let maas = try TestRegion()
        #expect(
            try upload(maas, ["sha256": "abc"]).text
                == #"{"sha256": ["Ensure this value has at least 64 characters (it has 3)."]}"#)
        #expect(
            try upload(maas, ["size": "9223372036854775808"]).text
                == #"{"size": ["Ensure this value is less than or equal to 9223372036854775807."]}"#)
        #expect(try upload(maas, ["filetype": " tgz"]).text.contains("Select a valid choice.  tgz is not"))
        #expect(try upload(maas, [:]).status == 201)
        let other = try upload(maas, ["name": "other", "size": "6"])
        #expect(other.status == 400)
        #expect(other.text == "File already exists with sha256 that is of different size.")
    }

    @Test func anotherUploadIsAnotherSet() throws {
        let maas = try TestRegion()
        let id = try #require(try upload(maas, [:]).integer("id"))
        #expect(try upload(maas, ["title": "t"]).integer("id") == id)
        try upload(maas, ["keep_old": "true"])
        let image = try maas.get("boot-resources/\(id)/")
        #expect(try image.string("title") == "")
        guard case .object(let sets) = try image.value("sets") else { return }
        let files = sets.sorted { $0.key < $1.key }.map { set in
            if case .object(let files)? = set.value["files"] { files.count } else { -1 }
        }
        #expect(files == [0, 1, 1])
        #expect(sets.keys.map { $0.split(separator: ".").count }.sorted() == [1, 2, 2])
    }

    @Test func jsonIsNotRead() throws {
        var request = HTTPRequest(method: "POST", path: Dispatch.root + "boot-resources/")
        request.headers["Content-Type"] = "application/json"
        request.body = Array(#"{"name": "x"}"#.utf8)
        #expect(try TestRegion().send(request).text.contains(#""name": ["This field is required."]"#))
    }
}
