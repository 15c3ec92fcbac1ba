/// What a user needs on a node (`maas/20-machines.md` section 7).
package enum NodePermission {
    /// See it: an administrator everything, others what is nobody's or their own.
    case view
    /// Use it: an administrator, or its owner; unowned machines may be taken.
    case edit
    /// Change what it is.
    case admin
    /// Lock and unlock it.
    case lock
}

extension Node {
    package func allows(_ permission: NodePermission, to user: User) -> Bool {
        switch permission {
        case .view: isVisible(to: user)
        case .edit: !locked && (user.isSuperuser || (kind == .machine && ownerID == nil) || ownerID == user.id)
        case .admin: !locked && user.isSuperuser
        case .lock: user.isSuperuser || (ownerID != nil && ownerID == user.id)
        }
    }
}
