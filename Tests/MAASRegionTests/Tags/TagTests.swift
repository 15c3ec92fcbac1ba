import RegionTesting
import Testing

@testable import MAASRegion

@Suite struct TagModelTests {
    @Test func aNodeCarriesATagOnceAndLosesItWithTheOthers() throws {
        try TestRegion().region.withState { state in
            try Tag.insert(state.db, name: "unusual", comment: "", definition: "", kernelOptions: "")
            let tag = try #require(try Tag.find(state.db, name: "unusual"))
            let nodes = try Node.all(state.db, .machine).prefix(3).map(\.id)
            for node in nodes + nodes { try Tag.attach(state.db, tag: tag.id, node: node) }
            #expect(try tag.nodes(state.db).map(\.id) == nodes.sorted())
            try Tag.detach(state.db, tag: tag.id, node: nodes[0])
            #expect(try tag.nodes(state.db).map(\.id) == nodes.dropFirst().sorted())
            try tag.detachAll(state.db)
            #expect(try tag.nodes(state.db).isEmpty)
        }
    }

    @Test func deletingATagTakesItOffTheNodes() throws {
        try TestRegion().region.withState { state in
            try Tag.insert(state.db, name: "unusual", comment: "", definition: "", kernelOptions: "")
            let tag = try #require(try Tag.find(state.db, name: "unusual"))
            let node = try #require(try Node.all(state.db, .machine).first)
            try Tag.attach(state.db, tag: tag.id, node: node.id)
            #expect(try NodeDetails(state.db, [node]).tags(of: node).contains("unusual"))
            try tag.delete(state.db)
            #expect(try !NodeDetails(state.db, [node]).tags(of: node).contains("unusual"))
        }
    }
}
