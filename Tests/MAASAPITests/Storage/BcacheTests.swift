import RegionTesting
import Testing

/// Bcaches and their cache sets.
@Suite struct BcacheTests {
    private let maas: TestRegion
    private let node: String
    private let root: String

    init() throws {
        maas = try TestRegion()
        node = try maas.systemID("node01")
        root = "nodes/\(node)/"
        for name in ["sdw", "sdx", "sdy", "sdz"] {
            try maas.post(
                root + "blockdevices/",
                ["name": name, "model": "m", "serial": name, "size": "100G", "block_size": "4096"])
        }
    }

    private func cacheSet(_ disk: String) throws -> Int {
        try #require(try maas.post(root + "bcache-cache-sets/", ["cache_device": disk]).integer("id"))
    }

    private func bcache() throws -> Answer {
        try maas.post(
            root + "bcaches/",
            ["name": "fast", "cache_set": "cache0", "backing_device": "sdx", "cache_mode": "writeback"])
    }

    @Test func cacheSetsAreNamedByTheirPlace() throws {
        let id = try cacheSet("sdw")
        let set = try maas.get(root + "bcache-cache-set/cache0/")
        #expect(try set.integer("id") == id)
        #expect(try set.string("cache_device", "used_for") == "Cache device for cache0")
        #expect(try cacheSet("sdx") != id)
        #expect(
            try maas.get(root + "bcache-cache-sets/").list.map { $0["name"] } == [.string("cache0"), .string("cache1")])
        let missing = try maas.get(root + "bcache-cache-set/cache7/")
        #expect(missing.status == 404 && missing.text.isEmpty)
        // A set may move to another disk.
        #expect(
            try maas.put(root + "bcache-cache-set/\(id)/", ["cache_device": "sdy"]).string("cache_device", "name")
                == "sdy")
        #expect(try maas.get(root + "blockdevices/sdw/").string("used_for") == "Unused")
        #expect(
            try maas.post(root + "bcache-cache-sets/").text
                == #"{"__all__": ["Either cache_device or cache_partition must be specified."]}"#)
        #expect(try maas.delete(root + "bcache-cache-set/\(id)/").status == 204)
        #expect(try maas.get("machines/\(node)/").value("cache_sets").text.contains("__incomplete__"))
    }

    @Test func aBcacheHasTheSizeOfWhatIsBehindIt() throws {
        let set = try cacheSet("sdw")
        let made = try bcache()
        #expect(try made.integer("virtual_device", "size") == 100_000_000_000)
        #expect(try made.integer("virtual_device", "block_size") == 4096)
        // MAAS answers a creation with less than it shows afterwards.
        #expect(try made.json["resource_uri"] == nil && made.json["backing_device"] == nil)
        let id = try #require(try made.integer("id"))
        let read = try maas.get(root + "bcache/fast/")
        #expect(try read.integer("id") == id)
        #expect(try read.string("backing_device", "used_for") == "Backing device for fast")
        #expect(try read.integer("cache_set", "id") == set)
        #expect(
            try maas.delete(root + "bcache-cache-set/\(set)/").text == "Cannot delete cache set; it's currently in use."
        )
        #expect(
            try maas.post(root + "blockdevices/fast/partitions/").text
                == #"{"block_device": ["Cannot create a partition table on a Bcache volume."]}"#)
        #expect(try maas.delete(root + "bcache/\(id)/").status == 204)
        #expect(try maas.get(root + "bcaches/").text == "[]")
    }

    @Test func theFormIsChecked() throws {
        #expect(
            try maas.post(root + "bcaches/").text
                == #"{"cache_set": ["This field is required."], "cache_mode": ["This field is required."], "#
                + #""__all__": ["Bcache requires a cache_set."]}"#)
        _ = try cacheSet("sdw")
        #expect(
            try maas.post(root + "bcaches/", ["cache_set": "cache0", "cache_mode": "writearound", "name": "b"]).text
                == #"{"__all__": ["Either backing_device or backing_partition must be specified."]}"#)
        #expect(
            try maas.post(root + "bcaches/", ["cache_set": "cache0", "cache_mode": "x", "backing_device": "sdw"]).text
                .contains("Select a valid choice. sdw is not one of the available choices."))
        try maas.post(root + "volume-groups/", ["name": "vg", "block_devices": "sdx"])
        try maas.post(root + "volume-group/vg/", op: "create_logical_volume", ["name": "lv"])
        #expect(
            try maas.post(
                root + "bcaches/",
                ["name": "b", "cache_set": "cache0", "cache_mode": "writeback", "backing_device": "lv"]
            ).text == #"{"__all__": ["Bcache cannot use a logical volume as a backing device."]}"#)
    }

    @Test func aBcacheChanges() throws {
        _ = try cacheSet("sdw")
        _ = try cacheSet("sdz")
        let path = root + "bcache/\(try #require(try bcache().integer("id")))/"
        let changed = try maas.put(
            path, ["name": "b0", "cache_mode": "writethrough", "cache_set": "cache1", "backing_device": "sdy"])
        #expect(try changed.string("virtual_device", "name") == "b0")
        #expect(try changed.string("cache_set", "name") == "cache1")
        #expect(try changed.string("backing_device", "name") == "sdy")
        #expect(try maas.get(root + "blockdevices/sdx/").string("used_for") == "Unused")
        #expect(try maas.put(path, ["backing_device": "b0"]).status == 400)
    }

    @Test func aMachineDoesNotBootFromABcache() throws {
        _ = try cacheSet("sdw")
        _ = try bcache()
        let boot = try #require(try maas.get("machines/\(node)/").integer("boot_disk", "id"))
        let partition = root + "blockdevices/\(boot)/partition/sda-part2"
        try maas.post(partition, op: "unmount")
        #expect(
            try maas.post("machines/\(node)/", op: "deploy").text
                == #"{"storage": ["Mount the root '/' filesystem to be able to deploy this node."]}"#)
        let device = root + "blockdevices/fast/"
        try maas.post(device, op: "format", ["fstype": "ext4"])
        try maas.post(device, op: "mount", ["mount_point": "/"])
        #expect(try maas.post("machines/\(node)/", op: "deploy").text.contains("cannot boot from a bcache volume."))
        try maas.post(partition, op: "mount", ["mount_point": "/boot"])
        #expect(try maas.post("machines/\(node)/", op: "deploy").status == 200)
    }
}
