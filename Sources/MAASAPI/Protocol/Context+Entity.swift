import MAASRegion

extension Context {
    /// The object whose id is in the path.
    /// - Throws: `Refusal`, not found, when there is none.
    func entity<Object: Entity>(_ type: Object.Type = Object.self) throws -> Object { try Object.get(db, id: id()) }
}
