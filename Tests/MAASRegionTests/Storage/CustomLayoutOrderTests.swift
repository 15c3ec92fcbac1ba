import Formats
import TestSupport
import Testing

@testable import MAASRegion

@Suite struct CustomLayoutOrderTests {
    private static func layout(_ count: Int) -> String {
        let parts = (0..<count).map { #"{"name": "sda\#($0)", "size": "1G"}"# }.joined(separator: ",")
        return #"{"layout": {"sda": {"type": "disk", "ptable": "gpt", "partitions": [\#(parts)]}}, "mounts": {}}"#
    }

    @Test func whatIsNeededComesFirst() throws {
        let text = """
            {"layout": {"a-vg": {"type": "lvm", "members": ["md0"], "volumes": [{"name": "root", "size": "5G", "fs": "ext4"}]},
              "md0": {"type": "raid", "level": 1, "members": ["sda1", "sdb"]},
              "sda": {"type": "disk", "ptable": "gpt", "partitions": [{"name": "sda1", "size": "10G"}]}},
             "mounts": {"/": {"device": "root"}}}
            """
        let names = try CustomLayout(JSONValue(parsing: text.utf8)).entries.map(\.name)
        #expect(names == ["sda", "sdb", "sda1", "md0", "a-vg", "root", "root[fs]"])
    }

    @Test func whatNeedsItselfIsLeftOut() throws {
        let text = """
            {"layout": {"a": {"type": "raid", "level": 1, "members": ["b"]}, "b": {"type": "raid", "level": 1, "members": ["a"]}},
             "mounts": {}}
            """
        #expect(try CustomLayout(JSONValue(parsing: text.utf8)).entries.isEmpty)
    }

    @Test func orderingCostsWhatTheLayoutIsLong() {
        let times = growth(of: Self.layout) { text in
            _ = (try? JSONValue(parsing: text.utf8)).flatMap { try? CustomLayout($0) }
        }
        #expect(times <= mostGrowth)
    }
}
