import { useSavePng } from '../../shell/useSavePng.ts'
import { drawnImage } from './drawnChart.ts'

/** Saves the chart on screen where the person says. */
export function useSavePicture(): (title: string) => Promise<void> {
  const save = useSavePng()
  return async (title) => {
    const png = drawnImage(title)
    if (png !== null) await save(title, png)
  }
}
