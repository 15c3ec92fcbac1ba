import MAASRegion

extension Node {
    /// Refuses with an empty 403 who may not do this. A locked node refuses everybody but for looking and unlocking.
    func require(_ permission: NodePermission, _ context: Context) throws {
        guard allows(permission, to: try context.caller()) else { throw Refusal.forbidden() }
    }
}
