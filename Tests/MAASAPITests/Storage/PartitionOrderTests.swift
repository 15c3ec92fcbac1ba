import RegionTesting
import Testing

@testable import MAASRegion

/// MAAS lists partitions without an order of its own: as its database keeps them, the one written last at the end.
@Suite struct PartitionOrderTests {
    private let maas: TestRegion
    private let disk: String

    init() throws {
        maas = try TestRegion()
        disk = "nodes/\(try maas.systemID("node02"))/blockdevices/sdb/"
    }

    private func add() throws -> Int {
        try #require(try maas.post(disk + "partitions/", ["size": "1G"]).integer("id"))
    }

    private var listed: [Int] {
        get throws { try maas.get(disk + "partitions/").list.compactMap { $0["id"]?.integer } }
    }

    @Test func aNewOneComesAfterOneThatWasChanged() throws {
        let (first, second) = (try add(), try add())
        #expect(try listed == [first, second])
        try maas.post("\(disk)partition/\(first)", op: "add_tag", ["tag": "t"])
        #expect(try listed == [second, first])
        let third = try add()
        #expect(try listed == [second, first, third])
        try maas.post("\(disk)partition/\(second)", op: "remove_tag", ["tag": "none"])
        #expect(try listed == [first, third, second], "who saves the same again writes it anew")
        #expect(try maas.delete("\(disk)partition/\(first)").status == 204)
        #expect(try listed == [second, third], "the others get new numbers, one after the other")
    }

    @Test func whatDoesNotWriteItDoesNotMoveIt() throws {
        let (first, second) = (try add(), try add())
        try maas.post("\(disk)partition/\(first)", op: "format", ["fstype": "ext4"])
        try maas.post("\(disk)partition/\(first)", op: "mount", ["mount_point": "/srv"])
        #expect(try listed == [first, second])
    }
}
