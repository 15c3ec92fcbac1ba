import RegionTesting
import Testing

@testable import MAASRegion

/// Cache sets that move to other disks.
@Suite struct CacheSetTests {
    private let maas: TestRegion
    private let node: String
    private let sets: String

    init() throws {
        maas = try TestRegion()
        node = try maas.systemID("node02")
        sets = "nodes/\(node)/bcache-cache-set"
        try maas.post("machines/\(node)/", op: "set_storage_layout", ["storage_layout": "blank"])
        for name in ["x", "y"] {
            try maas.post(
                "nodes/\(node)/blockdevices/",
                ["name": name, "model": "m", "serial": name, "size": "10G", "block_size": "512"])
        }
    }

    @Test func oneOnADiskCannotMoveToTheBootDisk() throws {
        try maas.post("\(sets)s/", ["cache_device": "x"])
        #expect(try maas.put("\(sets)/cache0/", ["cache_device": "y"]).string("cache_device", "name") == "y")
        let refused = try maas.put("\(sets)/cache0/", ["cache_device": "sda"])
        #expect(refused.status == 400)
        #expect(refused.text == #"{"__all__": ["Only one of partition, block device can be specified."]}"#)
        #expect(try maas.get("nodes/\(node)/blockdevices/sda/").value("partition_table_type") == .null)
    }

    @Test(arguments: [
        ("cache0", 200), ("xcache0", 200), ("cache%D9%A0", 200), ("cache1", 404), ("cache-1", 404), ("%201", 200),
        ("1_0", 404),
    ])
    func namesAreNumbersBehindAWord(_ name: String, _ status: Int) throws {
        let id = try #require(try maas.post("\(sets)s/", ["cache_device": "x"]).integer("id"))
        #expect(id == 1)
        #expect(try maas.answer(Call("GET", "\(sets)/\(name)/", status, "")).status == status)
    }

    @Test func oneOnAPartitionCan() throws {
        try maas.post("nodes/\(node)/blockdevices/x/partitions/")
        try maas.post("\(sets)s/", ["cache_partition": "x-part2"])
        #expect(
            try maas.put("\(sets)/cache0/", ["cache_device": "sda"]).string("cache_device", "type") == "partition")
        #expect(try maas.put("\(sets)/cache0/", ["cache_device": "y"]).string("cache_device", "name") == "y")
    }

    /// Audit events stand for themselves in `events/`; those of bcaches are the ones that have a node.
    @Test func changesAreAudited() throws {
        try maas.post("\(sets)s/", ["cache_device": "x"])
        try maas.put("\(sets)/cache0/", ["cache_device": "y"])
        let refused = try maas.post("\(sets)s/", ["cache_device": "bogus"])
        #expect(refused.status == 400)
        let caches = "nodes/\(node)/bcaches/"
        let id = try #require(
            try maas.post(
                caches, ["name": "b0", "cache_set": "cache0", "backing_device": "x", "cache_mode": "writeback"]
            )
            .integer("id"))
        try maas.put("nodes/\(node)/bcache/\(id)/", ["cache_mode": "writearound"])
        try maas.delete("nodes/\(node)/bcache/\(id)/")
        try maas.delete("\(sets)/cache0/")
        let events = try maas.get("events/", query: ["op": "query", "level": "AUDIT"]).json["events"]?.elements ?? []
        #expect(
            events.compactMap { $0["description"]?.string } == [
                "Deleted bcache cache set.", "Deleted bcache.", "Updated bcache.", "Created bcache.",
                "Updated bcache cache set.", "Created bcache cache set.",
            ])
        #expect(events.allSatisfy { $0["type"] == .string("Node") && $0["username"] == .string("admin") })
        let others = try maas.get("events/", query: ["op": "query", "id": node]).text
        #expect(!others.contains("cache"))
    }
}
