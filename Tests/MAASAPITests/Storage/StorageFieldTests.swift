import RegionTesting
import Testing

@testable import MAASAPI

/// What the fields of forms about disks take: Django leaves blanks where they are in all of them but plain text, and
/// sizes have the bounds of MAAS's columns.
@Suite struct StorageFieldTests {
    private let maas: TestRegion
    private let node: String
    private let disk: Int

    init() throws {
        maas = try TestRegion()
        node = try maas.systemID("node02")
        disk = try #require(try maas.get("nodes/\(node)/blockdevices/sdb/").integer("id"))
    }

    private static let invalid = "Enter a valid value."

    /// Texts that are no sizes, and what is said of each.
    private static let sizes: [(String, String)] = [
        (" ", invalid), ("\t", invalid), (" 10G ", invalid), ("10GiB", invalid), ("1.5", invalid), ("+5", invalid),
        ("٣", invalid), ("x", invalid),
    ]

    private func newDisk(_ field: String, _ value: String) throws -> Answer {
        var form = ["name": "new", "model": "m", "serial": "s", "size": "10G", "block_size": "512"]
        form[field] = value
        return try maas.answer(Call("POST", "nodes/\(node)/blockdevices/", form, 400, ""))
    }

    @Test func blanksMakeASizeWrongEverywhere() throws {
        let group = "nodes/\(node)/volume-groups/"
        try maas.post(group, ["name": "vg", "block_devices": "\(disk)"])
        for (text, message) in Self.sizes {
            for (path, field) in [
                ("nodes/\(node)/blockdevices/sda/", "size"), ("nodes/\(node)/blockdevices/sda/", "block_size"),
            ] {
                let answer = try maas.answer(Call("PUT", path, [field: text], 400, ""))
                #expect(try answer.string(field, 0) == message, "\(path) \(text.debugDescription)")
            }
            for field in ["size", "block_size"] { #expect(try newDisk(field, text).string(field, 0) == message) }
            let part = try maas.answer(
                Call("POST", "nodes/\(node)/blockdevices/\(disk)/partitions/", ["size": text], 400, ""))
            #expect(try part.string("size", 0) == message)
            let volume = try maas.answer(
                Call(
                    "POST", "nodes/\(node)/volume-group/vg/?op=create_logical_volume", ["name": "v", "size": text], 400,
                    ""))
            #expect(try volume.string("size", 0) == message)
        }
    }

    @Test(arguments: [
        ("size", "9223372036854775808", "less than or equal to 9223372036854775807."),
        ("size", "10E", "less than or equal to 9223372036854775807."),
        ("size", "99999999999999999999999999999999999999999999999", "less than or equal to 9223372036854775807."),
        ("size", "-99999999999999999999", "greater than or equal to 4194304."),
        ("block_size", "2147483648", "less than or equal to 2147483647."),
        ("block_size", "10G", "less than or equal to 2147483647."),
        ("block_size", "511", "greater than or equal to 512."),
    ])
    func sizesEndWhereTheColumnsDo(_ field: String, _ value: String, _ bound: String) throws {
        #expect(try newDisk(field, value).string(field, 0) == "Ensure this value is \(bound)")
        let changed = try maas.put(
            "nodes/\(node)/blockdevices/\(disk)/", field == "size" ? ["size": value] : ["block_size": value])
        #expect(try changed.string(field, 0) == "Ensure this value is \(bound)")
    }

    @Test func aLineBreakBehindASizeIsMoreThanMAASCanRead() throws {
        let answer = try newDisk("size", "10G\n")
        #expect(answer.status == 500)
        #expect(answer.text == #"invalid literal for int() with base 10: '10G\n'"#)
    }

    @Test func choicesKeepTheirBlanks() throws {
        let path = "nodes/\(node)/blockdevices/sda/"
        #expect(
            try maas.put(path, ["partition_table_type": " MBR "]).text
                == #"{"partition_table_type": ["Select a valid choice.  MBR  is not one of the available choices."]}"#)
        #expect(
            try maas.post("nodes/\(node)/blockdevices/sdb/", op: "format", ["fstype": " "]).text
                == #"{"fstype": ["Select a valid choice.   is not one of the available choices."]}"#)
        #expect(try maas.put(path, ["id_path": " "]).text == #"{"id_path": ["Enter a valid value."]}"#)
        #expect(try maas.put(path, ["numa_node": " "]).text == #"{"numa_node": ["Enter a whole number."]}"#)
    }

    @Test func anEmptyTagIsNoTag() throws {
        let partition = try #require(
            try maas.get("nodes/\(node)/blockdevices/sda/partitions/").integer(0, "id"))
        for (path, item) in [
            ("nodes/\(node)/blockdevices/sdb/", 2), ("nodes/\(node)/blockdevices/sda/partition/\(partition)", 1),
        ] {
            let answer = try maas.post(path, op: "add_tag", ["tag": ""])
            #expect(answer.status == 400)
            #expect(
                answer.text
                    == "{\"tags\": [\"Item \(item) in the array did not validate: This field cannot be blank.\"]}")
            #expect(try maas.post(path, op: "add_tag", ["tag": "a\0b"]).status == 500)
        }
    }
}
