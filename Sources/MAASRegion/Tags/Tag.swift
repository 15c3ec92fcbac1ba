import Formats
import SQLite

/// A tag that machines and other nodes can carry.
package struct Tag: Entity {
    package static let table = "tags"
    package static let model = "Tag"

    package let id: Int
    package let name: String
    package let comment: String
    package let definition: String
    package let kernelOptions: String

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        comment = try row["comment"]
        definition = try row["definition"]
        kernelOptions = try row["kernel_opts"]
    }

    /// Every tag, in the order of creation.
    package static func all(_ db: Connection) throws -> [Tag] {
        try db.query("SELECT * FROM tags ORDER BY changed", row: Tag.init)
    }

    package static func find(_ db: Connection, name: String) throws -> Tag? {
        try db.first("SELECT * FROM tags WHERE name = ?", name, row: Tag.init)
    }

    /// The id of the tag called `name`, made when there is none.
    static func ensure(_ db: Connection, name: String, kernelOptions: String = "") throws -> Int {
        if let tag = try find(db, name: name) { return tag.id }
        return try db.insert(into: "tags", ["name": name, "kernel_opts": kernelOptions])
    }

    /// Puts a tag on a node; a node carries a tag once.
    package static func attach(_ db: Connection, tag: Int, node: Int) throws {
        try db.execute("INSERT OR IGNORE INTO node_tags (node_id, tag_id) VALUES (?, ?)", node, tag)
    }

    package static func detach(_ db: Connection, tag: Int, node: Int) throws {
        try db.execute("DELETE FROM node_tags WHERE tag_id = ? AND node_id = ?", tag, node)
    }

    /// Takes the tag off every node.
    package func detachAll(_ db: Connection) throws {
        try db.execute("DELETE FROM node_tags WHERE tag_id = ?", id)
    }

    /// The nodes with the tag, in the order of their making.
    package func nodes(_ db: Connection) throws -> [Node] {
        try db.query(
            Node.select + " JOIN node_tags ON node_tags.node_id = nodes.id WHERE tag_id = ? ORDER BY nodes.id", id,
            row: Node.init)
    }

    /// Adds a tag that nobody carries yet.
    package static func insert(
        _ db: Connection, name: String, comment: String, definition: String, kernelOptions: String
    ) throws {
        try db.insert(
            into: table,
            ["name": name, "comment": comment, "definition": definition, "kernel_opts": kernelOptions])
    }

    package func update(
        _ db: Connection, name: String, comment: String, definition: String, kernelOptions: String
    ) throws {
        try db.update(
            Self.table, id: id,
            ["name": name, "comment": comment, "definition": definition, "kernel_opts": kernelOptions])
    }
}
