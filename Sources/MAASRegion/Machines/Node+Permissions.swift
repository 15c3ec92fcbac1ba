/// What a user needs on a node (MAAS: `permissions.py`).
package enum NodePermission {
    /// See it: everybody what is no machine; a machine that is nobody's, one's own, or as an administrator any.
    case view
    /// Use it: what is nobody's, one's own, or as an administrator any, unless it is locked.
    case edit
    /// Change what it is: administrators, unless it is locked.
    case admin
    /// See its secrets: administrators.
    case adminRead
    /// Lock and unlock it: who may use it, and only machines.
    case lock
}

extension Node {
    /// Whether a user may do this to the node (`MAASAuthorizationBackend.has_perm`).
    package func allows(_ permission: NodePermission, to user: User) -> Bool {
        let isUsable = ownerID == nil || ownerID == user.id || user.isSuperuser
        return switch permission {
        case .view: kind != .machine || isUsable
        case .edit: !locked && isUsable
        case .admin: !locked && user.isSuperuser
        case .adminRead: user.isSuperuser
        case .lock: kind == .machine && isUsable
        }
    }

    /// Whether lists show the node to a user: unlike single nodes, others see no controllers and no devices of others
    /// (`_filter_visible_nodes`).
    package func isListed(for user: User) -> Bool {
        user.isSuperuser || !kind.isController && (ownerID == nil || ownerID == user.id)
    }
}

extension Node.Kind {
    /// Whether it runs MAAS.
    package var isController: Bool { self != .machine && self != .device }
}
