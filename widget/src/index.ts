import { placeElements } from './place.ts'

placeElements()
