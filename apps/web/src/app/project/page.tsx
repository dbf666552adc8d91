import { ProjectRoute } from '../../project/project-route.tsx'

export default function Page() {
  return <ProjectRoute />
}
