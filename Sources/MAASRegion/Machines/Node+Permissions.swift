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
    /// Whether a user may do this to the node (`MAASAuthorizationBackend.has_perm`). Only machines are in pools.
    package func allows(_ permission: NodePermission, to user: User) -> Bool {
        let pool = kind == .machine ? poolID : nil
        let isTheirs = ownerID == nil || ownerID == user.id
        let isManaged = user.may(.editMachines, inPool: pool)
        return switch permission {
        case .view: kind != .machine || isTheirs || user.may(.viewMachines, inPool: pool)
        case .edit: !locked && (isTheirs || isManaged)
        case .admin: !locked && isManaged
        case .adminRead: isManaged
        case .lock: kind == .machine && (isTheirs || isManaged)
        }
    }

    /// Whether an allocation for a user takes the machine: since 3.8 only from pools that the user may deploy in.
    package func isDeployable(by user: User) -> Bool {
        allows(.edit, to: user) && (user.rights?.allow(.deployMachines, pool: poolID) ?? true)
    }

    /// Whether lists show the node to a user: unlike single nodes, others see no controllers and no devices of others
    /// (`_filter_visible_nodes`).
    package func isListed(for user: User) -> Bool {
        guard let rights = user.rights else {
            return user.isSuperuser || !kind.isController && (ownerID == nil || ownerID == user.id)
        }
        if kind.isController { return rights.allow(.viewControllers) }
        if kind == .device { return ownerID == user.id || rights.allow(.viewDevices) }
        return rights.allow(.viewMachines, pool: poolID)
            || (ownerID == nil || ownerID == user.id) && rights.allow(.viewAvailableMachines, pool: poolID)
    }
}

extension Node.Kind {
    /// Whether it runs MAAS.
    package var isController: Bool { self != .machine && self != .device }

    /// Whether it has a rack controller, alone or beside a region controller.
    package var isRack: Bool { self == .rackController || self == .regionAndRackController }
}
